/** The text of a style sheet, as it stands. */
declare module '*.css?raw' {
  const text: string;
  export default text;
}
