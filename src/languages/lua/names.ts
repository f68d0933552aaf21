/**
 * The names that no variable or function of a program may have: Lua's words
 * (§3.1 of its manual), and what its libraries define.
 */
export const reserved = [
  '_,_G,_ENV,_VERSION,and,break,do,else,elseif,end,false,for,function,goto,if',
  'in,local,nil,not,or,repeat,return,then,true,until,while,continue',
  'assert,collectgarbage,coroutine,debug,dofile,error,getmetatable,io,ipairs',
  'load,loadfile,math,next,os,package,pairs,pcall,print,rawequal,rawget,rawlen',
  'rawset,require,select,setmetatable,string,table,tonumber,tostring,type,utf8',
  'warn,xpcall'
].join(',');
