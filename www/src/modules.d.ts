declare module "*.txt" {
  const text: string;
  export default text;
}
declare module "*/sheet.css" {
  const styles: string;
  export default styles;
}
declare module "*.css";
