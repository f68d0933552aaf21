/**
 * What JupyterLab uses of React's renderer, which brings no types.
 */
declare module 'react-dom/client' {
  export interface IRoot {
    render(content: import('react').ReactNode): void;
    unmount(): void;
  }
  export function createRoot(container: Element): IRoot;
}
