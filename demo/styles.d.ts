/** The address of a style sheet, as Vite gives it. */
declare module '*.css?url' {
  const address: string;
  export default address;
}
