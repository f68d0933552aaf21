/**
 * The names that no variable or function of a program may have: Scheme's
 * syntax, the functions of R5RS, and those of Calysto Scheme and Guile that
 * programs of blocks call.
 */
export const reserved = [
  // Syntax.
  'and,begin,break,case,cond,continue,define,define-syntax,delay,do,else,if',
  'lambda,let,let*,letrec,loop,or,quasiquote,quote,return,set!,unless',
  'unquote,when,try,catch,finally,raise,choose,cases,record-case',
  'define-datatype,func,callback,trace-lambda,define-tests,run-tests,help',
  // What a name without other signs would be.
  '_',
  // Numbers.
  'abs,acos,asin,atan,atan2,ceiling,cos,denominator,even?,exact,exp,expt',
  'floor,float,gcd,inexact,infinity,int,lcm,log,log10,max,min,mod,modulo',
  'numerator,odd?,pi,quotient,random,range,rational,remainder,round,sin,sqrt',
  'tan,truncate,zero?',
  // Lists.
  'append,apply,assoc,assq,assv,caar,cadr,caddr,car,cdar,cddr,cdr,cons,dict',
  'filter,fold,for-each,iota,last,length,list,list-copy,list-ref,list-tail',
  'make-set,make-vector,map,member,memq,memv,null?,pair?,rac,rdc,reverse',
  'snoc,sort,vector,vector-length,vector-ref,vector->list',
  // Texts.
  'char?,char-upcase,char-downcase,display,format,list->string,make-string',
  'newline,number->string,print,printf,read,read-line,read-string,string',
  'string?,string-append,string-join,string-length,string-ref,string-split',
  'string->list,string->number,string->symbol,substring,symbol->string,symbol',
  'write',
  // All the rest.
  'abort,assert,boolean?,box,call/cc,call-with-current-continuation',
  'current-environment,current-output-port,current-time,cut,dir,dynamic-wind',
  'eq?,equal?,eqv?,error,eval,exit,force,force-output,get-attr,globals',
  'host-environment,import,import-as,import-from,load,load-as,macros,not,parse',
  'procedure?,property,quit,require,typeof,unbox,unparse,use-jit,values,void'
].join(',');
