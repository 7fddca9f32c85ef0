// A page for people to read is no service that records go to.
export const releaseNotes = "https://clinic.atlassian.net/wiki/x/AbCdE";
