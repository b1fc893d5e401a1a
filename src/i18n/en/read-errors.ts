/**
 * What keeps something from being read, by code, for elements that do nothing else. `unknown` speaks
 * for all other codes.
 */
export const readErrors = {
  unknown: 'That did not work. Nothing you entered is lost.',
  offline: 'You are offline. Nothing was sent. Try again once you are connected.',
  network: 'No answer came.',
  timeout: 'The server took too long.',
  unreadable: 'The server sent an answer that this page does not understand.',
  internal: 'The server failed. Try again in a moment.',
  not_signed_in: 'You are signed out. Sign in and try again; what you entered is kept.',
  forbidden: 'You are not allowed to do this.',
  not_found: 'It does not exist, or it is not yours to see.',
  too_many_requests: 'Too many requests. Wait a moment, then try again.',
} as const;
