/**
 * The names that no variable or function of a program may have: R's words
 * (`?Reserved`), and the functions and constants that programs use without
 * looking them up.
 */
export const reserved = [
  'if,else,repeat,while,function,for,next,break,TRUE,FALSE,NULL,Inf,NaN,NA',
  'NA_integer_,NA_real_,NA_complex_,NA_character_,in,T,F,pi,letters,LETTERS',
  'month.abb,month.name',
  'abs,acos,all,any,append,apply,array,as.character,as.integer,as.list',
  'as.logical,as.numeric,asin,assign,atan,atan2,c,cat,cbind,ceiling,character',
  'class,colnames,cor,cos,cospi,cumsum,cut,data,data.frame,date,df,diff,dim',
  'do.call,environment,eval,exists,exp,factor,file,Filter,floor,format',
  'function,get,getwd,grep,gregexpr,grepl,gsub,head,hist,identical,identity',
  'ifelse,integer,intToUtf8,invisible,is.character,is.function,is.list,is.na',
  'is.null,is.numeric,lapply,length,levels,library,lines,list,lm,local,log',
  'log10,logical,ls,Map,mapply,match,matrix,max,mean,median,merge,message,min',
  'mode,names,nchar,ncol,new,nrow,numeric,options,order,paste,paste0,plot',
  'points,print,prod,quantile,quit,range,rank,rbind,read.csv,readline,Recall',
  'Reduce,regexpr,rep,replace,require,return,rev,rm,rnorm,round,row.names',
  'rownames,runif,sample,sapply,save,sd,seq,seq_along,seq_len,sin,sinpi,sort',
  'source,split,sprintf,sqrt,stop,str,strsplit,strtoi,sub,subset,substr',
  'substring,sum,summary,switch,Sys.time,t,table,tail,tan,tanpi,time,title',
  'tolower,toupper,trimws,try,tryCatch,typeof,unique,unlist,utf8ToInt,vapply',
  'var,vector,warning,which,with,write,writeLines'
].join(',');
