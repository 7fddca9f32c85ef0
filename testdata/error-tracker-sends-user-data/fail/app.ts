import * as Sentry from '@sentry/node';
Sentry.init({ dsn, sendDefaultPii: true }); // expect: fail
