import winston from 'winston';
const logger = winston.createLogger({});
export const signIn = (user: User, apiKey: string) => {
  console.log('user', user.password); // expect: fail
  logger.info(`with ${user.refreshToken}`); // expect: fail
  logger.debug('key', { apiKey }); // expect: fail
};
