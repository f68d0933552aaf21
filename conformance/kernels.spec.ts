import { kernels } from './lib/kernels';
import { prove } from './lib/prove';

prove(kernels, true);
