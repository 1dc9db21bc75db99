declare module 'virtual:words/*' {
  export const messages: Record<string, string>;
}
