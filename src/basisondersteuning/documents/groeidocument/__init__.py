"""The Groeidocument of one pupil, from the dossier and its verdict.

The order of its parts follows the seven features of handelingsgericht werken (passage 21), not the order of the record.
Strengths and the voices of child and parents come before what is hard: who starts with the trouble reads all else in its
light. Then why support was wanted, what is needed, what was measured and done, what people said to each other, extra
support where there is any, and at the end what must still be done and who signs. Each part names the feature it serves.

What is asked of every Groeidocument (strengths, the child's voice, the parents' view, needs, support, what must be done)
says plainly when there is nothing; what belongs to some pupils only (assessment, wijkteam, arrangement, OPP) falls away.
"""
