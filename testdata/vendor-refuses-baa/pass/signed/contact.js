// Links that people follow are no services that records go to.
export const support = "https://wa.me/15550100";
export const example = "https://gist.github.com/clinic/0123456789abcdef";
