/**
 * The names that no variable or function of a program may have: Octave's
 * keywords, and the functions that people use without looking them up, which a
 * variable of the same name would hide.
 */
export const reserved = [
  // Keywords: `iskeyword()`, and those of MATLAB.
  'break,case,catch,classdef,continue,do,else,elseif,end,end_try_catch',
  'end_unwind_protect,endclassdef,endenumeration,endevents,endfor',
  'endfunction,endif,endmethods,endparfor,endproperties,endspmd,endswitch',
  'endwhile,enumeration,events,for,function,global,if,methods,otherwise',
  'parfor,persistent,properties,return,spmd,switch,try,until,unwind_protect',
  'unwind_protect_cleanup,while,arguments',
  // Constants.
  'ans,eps,false,Inf,inf,NA,NaN,nan,pi,true,varargin,varargout,nargin',
  'nargout',
  // Functions.
  'abs,acosd,acos,all,any,asind,asin,assignin,atan,atan2,atan2d,atand',
  'axis,bitshift,ceil,cell,cell2mat,cellfun,char,class,clc,clear,close,cos',
  'cosd,cross,cumsum,datestr,dec2hex,deal,det,diff,disp,display,dot,double',
  'error,eval,evalin,exist,exit,exp,eye,factor,factorial,fclose,feval,fflush',
  'fgetl,figure,find,fix,fliplr,flipud,floor,fopen,format,fprintf,func2str',
  'gcd,grid,hex2dec,hold,hypot,idivide,input,int2str,inv,isa,iscell',
  'iscellstr,ischar,isempty,isequal,isfield,isinf,islogical,ismember,isnan',
  'isnumeric,isprime,isscalar,isspace,isstruct,kron,lcm,legend,length',
  'linspace,load,log,log10,log2,logical,lower,magic,mat2str,max,mean,median',
  'merge,min,mod,mode,norm,num2cell,num2str,numel,ones,pause,plot,primes',
  'printf,prod,puts,quit,rand,randi,randn,randperm,rank,regexp,regexprep,rem',
  'repmat,reshape,round,save,sign,sin,sind,size,sort,sprintf,sqrt,std,strcat',
  'strcmp,strcmpi,strfind,strjoin,strncmp,strrep,strsplit,strtrim,struct',
  'str2double,str2func,str2num,subplot,substr,sum,surf,tan,tand,tic,title,toc',
  'toupper,tolower,trace,transpose,typecast,unique,upper,var,who,whos,xlabel',
  'ylabel,zeros'
].join(',');
