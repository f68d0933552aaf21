/**
 * The names that nothing of a program may have: Bash's words ("Reserved Words"
 * and "Shell Variables" of its manual), its own commands, and those of others
 * that programs call.
 */
export const reserved = [
  'if,then,elif,else,fi,time,for,in,until,while,do,done,case,esac,coproc,select',
  'function,alias,bg,bind,break,builtin,caller,cd,command,compgen,complete',
  'compopt,continue,declare,dirs,disown,echo,enable,eval,exec,exit,export,false',
  'fc,fg,getopts,hash,help,history,jobs,kill,let,local,logout,mapfile,popd',
  'printf,pushd,pwd,read,readarray,readonly,return,set,shift,shopt,source',
  'suspend,test,times,trap,true,type,typeset,ulimit,umask,unalias,unset,wait',
  'sort,ls,cat,cp,mv,rm,mkdir,rmdir,ln,chmod,chown,grep,sed,awk,head,tail,cut,tr',
  'wc,uniq,find,xargs,date,sleep,seq,env,id,who,tee,touch,basename,dirname,expr',
  'yes,more,less,man,ps,top,df,du,tar,diff,file,split,join,paste,od,dd,sum,nl',
  'fold,factor,tac,rev,shuf,tty,link,sync,users,groups,python,node,bash,sh,git',
  'auto_resume,histchars,_'
]
  .concat([
    'BASH,BASHOPTS,BASHPID,BASH_ALIASES,BASH_ARGC,BASH_ARGV,BASH_ARGV0,BASH_CMDS',
    'BASH_COMMAND,BASH_COMPAT,BASH_ENV,BASH_EXECUTION_STRING,BASH_LINENO',
    'BASH_LOADABLES_PATH,BASH_REMATCH,BASH_SOURCE,BASH_SUBSHELL,BASH_VERSINFO',
    'BASH_VERSION,BASH_XTRACEFD,CDPATH,CHILD_MAX,COLUMNS,COMP_CWORD,COMP_LINE',
    'COMP_POINT,COMP_TYPE,COMP_KEY,COMP_WORDBREAKS,COMP_WORDS,COMPREPLY,COPROC',
    'DIRSTACK,EMACS,ENV,EPOCHREALTIME,EPOCHSECONDS,EUID,EXECIGNORE,FCEDIT,FIGNORE',
    'FUNCNAME,FUNCNEST,GLOBIGNORE,GROUPS,HISTCMD,HISTCONTROL,HISTFILE',
    'HISTFILESIZE,HISTIGNORE,HISTSIZE,HISTTIMEFORMAT,HOME,HOSTFILE,HOSTNAME',
    'HOSTTYPE,IFS,IGNOREEOF,INPUTRC,INSIDE_EMACS,LANG,LC_ALL,LC_COLLATE,LC_CTYPE',
    'LC_MESSAGES,LC_NUMERIC,LC_TIME,LINENO,LINES,MACHTYPE,MAIL,MAILCHECK,MAILPATH',
    'MAPFILE,OLDPWD,OPTARG,OPTERR,OPTIND,OSTYPE,PATH,PIPESTATUS,POSIXLY_CORRECT',
    'PPID,PROMPT_COMMAND,PROMPT_DIRTRIM,PS0,PS1,PS2,PS3,PS4,PWD,RANDOM',
    'READLINE_ARGUMENT,READLINE_LINE,READLINE_MARK,READLINE_POINT,REPLY,SECONDS',
    'SHELL,SHELLOPTS,SHLVL,SRANDOM,TERM,TIMEFORMAT,TMOUT,TMPDIR,UID,USER'
  ])
  .join(',');
