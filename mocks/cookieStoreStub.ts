/**
 * Stands in for MSW's cookie store, which no simulated request needs. The real one brings a cookie jar and the public
 * suffix list (124 kB gzip), and asks for localStorage when it is loaded: where storage is refused, it throws.
 */
export const cookieStore = {
  getCookies(): readonly never[] {
    return [];
  },
  async setCookie(): Promise<void> {},
};
