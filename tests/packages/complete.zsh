# What zsh offers at the end of a line: zsh -f complete.zsh FOLDER-OF-COMPLETIONS LINE. Completion works in an
# interactive shell alone, so one is run on a pseudo-terminal, given the line and a tab, and what it prints is
# printed.
zmodload zsh/zpty
fpath=($1 $fpath)
zpty shell "TERM=dumb PS1='' zsh -f -i"
zpty -w shell "fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D; unsetopt ZLE_BRACKETED_PASTE beep; \
zstyle ':completion:*' list-prompt ''; LISTMAX=500; echo ready"
read_until() {  # read_until PATTERN: until it is seen, or two seconds have passed without anything
  local text= part
  repeat 40; do
    if zpty -r -t shell part; then text+=$part; else [[ $text == *${~1}* ]] && break; sleep 0.05; fi
  done
  print -r -- "$text"
}
read_until 'ready*ready' >/dev/null
zpty -n -w shell "$2"$'\t\t'
read_until 'never to be seen'
zpty -d shell
