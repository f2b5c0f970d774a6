/** Whether an API key of the service or a JWT stands in a text: for what is written by hand and then shown. */
export function looksSecret(text: string): boolean {
  return /sk_orga_ai_\w|\beyJ[\w-]{8,}\.[\w-]+\./i.test(text);
}
