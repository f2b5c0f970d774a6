/** A port of this machine where nothing listens. Below 1024 Chromium drops it without a word (failures.md, section e). */
export const closedPort = 20_998;
