"""The scripts by which a shell asks `bo` what can stand at the cursor, and what each of them needs in its start-up file.

A script runs `bo --vul-aan SHELL WORDS... :WORD`, with the words after `bo` and last the word at the cursor behind a colon: an
empty word would get lost in older PowerShells. What comes back is a suggestion a line, with a tab before its explanation.
"""

from __future__ import annotations

ASK = "--vul-aan"
"""The hidden option that the scripts use."""

_BASH = r"""# bo: aanvullen met Tab in bash
_bo_aanvullen() {
    local woord uitleg nu=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while IFS=$'\t' read -r woord uitleg; do
        COMPREPLY+=("$woord")
    done < <("${COMP_WORDS[0]}" --vul-aan bash "${COMP_WORDS[@]:1:COMP_CWORD-1}" ":$nu" 2>/dev/null)
    # as names of files: then bash itself puts quotes where a space needs them, and a slash behind a folder
    if [[ ${COMPREPLY[*]} == *[/\ ]* ]] && type compopt >/dev/null 2>&1; then
        compopt -o filenames
        COMPREPLY=("${COMPREPLY[@]%/}")
    fi
}
complete -F _bo_aanvullen bo
"""

_ZSH = r"""#compdef bo
# bo: aanvullen met Tab in zsh
_bo_aanvullen() {
    local regel woord
    local -a af open toon_af toon_open
    for regel in "${(@f)$("${words[1]}" --vul-aan zsh "${(@Q)words[2,CURRENT-1]}" ":${(Q)PREFIX}" 2>/dev/null)}"; do
        woord=${regel%%$'\t'*}
        [[ -n $woord ]] || continue
        [[ $regel == *$'\t'?* ]] && regel="${woord}  -- ${regel#*$'\t'}" || regel=$woord
        if [[ $woord == */ || $woord == *= ]]; then
            open+=("$woord"); toon_open+=("$regel")
        else
            af+=("$woord"); toon_af+=("$regel")
        fi
    done
    (( $#open )) && compadd -U -l -S '' -d toon_open -a open
    (( $#af )) && compadd -U -l -d toon_af -a af
    return 0
}
if (( ! $+functions[compdef] )); then
    autoload -Uz compinit && compinit -i
fi
compdef _bo_aanvullen bo
"""

_FISH = r"""# bo: aanvullen met Tab in fish
function __bo_aanvullen
    set -l woorden (commandline -opc)
    set -l nu (commandline -ct)
    $woorden[1] --vul-aan fish $woorden[2..-1] ":$nu" 2>/dev/null
end
complete -c bo -e
complete -c bo -f -a '(__bo_aanvullen)'
"""

_POWERSHELL = r"""# bo: aanvullen met Tab in PowerShell
Register-ArgumentCompleter -Native -CommandName bo, bo.exe -ScriptBlock {
    param($nu, $regel, $plaats)
    $woorden = @()
    foreach ($deel in @($regel.CommandElements | Select-Object -Skip 1)) {
        if ($deel.Extent.EndOffset -ge $plaats) { break }
        if ($deel -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $woorden += $deel.Value }
        else { $woorden += $deel.Extent.Text }
    }
    $eerder = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        $gevonden = @(& bo --vul-aan powershell $woorden (':' + $nu.Trim('"', "'")) 2>$null)
    } finally {
        [Console]::OutputEncoding = $eerder
    }
    foreach ($een in $gevonden) {
        $woord, $uitleg = $een -split "`t", 2
        if (-not $woord) { continue }
        if (-not $uitleg) { $uitleg = $woord }
        $tekst = $woord
        if ($woord -match '[^\w./\\:=+-]') { $tekst = "'" + ($woord -replace "'", "''") + "'" }
        New-Object System.Management.Automation.CompletionResult $tekst, $woord, 'ParameterValue', $uitleg
    }
}
"""

SCRIPTS: dict[str, str] = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}
"""The script of each shell."""

LINES: dict[str, str] = {
    "bash": 'command -v bo >/dev/null && eval "$(bo completion bash)"',
    "zsh": 'command -v bo >/dev/null && eval "$(bo completion zsh)"',
    "fish": "command -q bo; and bo completion fish | source",
    "powershell": "if (Get-Command bo -ErrorAction SilentlyContinue) "
    "{ bo completion powershell | Out-String | Invoke-Expression }",
}
"""The line for the start-up file of each shell: it asks `bo` itself, so that a newer `bo` needs no new line."""
