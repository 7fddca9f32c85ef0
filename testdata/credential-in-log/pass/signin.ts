import winston from 'winston';
const logger = winston.createLogger({});
export const signIn = (user: User, token: Token) => {
  console.log('user', user.id, token.expiresAt);
  logger.info(`with ${maskedPassword}`);
  logger.debug('reset', { resetPassword });
};
