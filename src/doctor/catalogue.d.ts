/** The catalogue that the server's half reads, too. */
declare module '*/findings.json' {
  const catalogue: Record<
    string,
    {
      severity: string;
      system: string;
      advice: string;
      changes: { system?: string; where: string; line: string }[];
    }
  >;
  export default catalogue;
}
