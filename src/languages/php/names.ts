/**
 * The names that no function of a program may have: PHP's words ("List of
 * Keywords" of its manual), and the functions of PHP that programs call, which
 * cannot be defined again.
 */
export const reserved = [
  '__halt_compiler,abstract,and,array,as,break,callable,case,catch,class,clone',
  'const,continue,declare,default,die,do,echo,else,elseif,empty,enddeclare',
  'endfor,endforeach,endif,endswitch,endwhile,enum,eval,exit,extends,false',
  'final,finally,fn,for,foreach,function,global,goto,if,implements,include',
  'include_once,instanceof,insteadof,interface,isset,list,match,mixed,namespace',
  'never,new,null,or,print,private,protected,public,readonly,require',
  'require_once,return,self,static,string,switch,this,throw,trait,true,try',
  'unset,use,var,void,while,xor,yield,bool,int,float,object,iterable,parent',
  'GLOBALS,PHP_EOL',
  'abs,acos,assert,array_fill,array_filter,array_map,array_merge,array_pop,array_push',
  'array_rand,array_reduce,array_reverse,array_search,array_shift,array_slice',
  'array_splice,array_sum,array_unique,array_unshift,array_values,asin,asort',
  'atan,atan2,base64_encode,bin2hex,boolval,ceil,chr,compact,constant,copy',
  'cos,count,current,date,dechex,define,defined,deg2rad,dir,each,end,exec,exp',
  'explode,extract,file,filter_var,flock,floatval,floor,flush,fmod,fopen,fputs',
  'getdate,getenv,gettype,hash,header,hexdec,hypot,idate,implode,in_array',
  'intdiv,intval,is_array,is_bool,is_float,is_int,is_null,is_numeric,is_string',
  'join,key,ksort,lcg_value,link,localeconv,localtime,log,log10,ltrim,mail,max',
  'mb_convert_case,mb_str_split,mb_strlen,mb_strpos,mb_strrpos,mb_strtolower',
  'mb_strtoupper,mb_substr,microtime,min,mkdir,mt_rand,natsort,next,ord,pack',
  'passthru,pi,pos,pow,prev,printf,rad2deg,rand,random_bytes,random_int,range',
  'readline,rename,reset,rewind,rmdir,round,rsort,rtrim,serialize,settype,sha1',
  'shuffle,sin,sinh,sizeof,sleep,sort,sprintf,sqrt,srand,stat,str_repeat',
  'str_replace,str_split,strcmp,strcasecmp,strlen,strpos,strrev,strtolower',
  'strtoupper,strval,substr,substr_count,symlink,system,tan,tanh,time,touch',
  'trim,uasort,ucfirst,ucwords,uniqid,unlink,usleep,usort,var_dump,wordwrap'
].join(',');

/**
 * The names that no variable of a program may have: variables have a sign of
 * their own, and `$count` is none of PHP's functions. See "Predefined Variables"
 * of its manual.
 */
export const variableWords =
  'GLOBALS,_COOKIE,_ENV,_FILES,_GET,_POST,_REQUEST,_SERVER,_SESSION,argc,argv,http_response_header,php_errormsg,this';
