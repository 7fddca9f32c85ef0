import winston from 'winston';
import { Logger } from '@nestjs/common';

const logger = winston.createLogger({});

export class Chart {
  private readonly log = new Logger('chart');
  admit(patient: Patient) {
    console.log('admitted', patient.ssn); // expect: fail
    logger.info(`no match for ${patient.mrn}`); // expect: fail
    console.log('loaded', patient); // expect: fail
    this.log.debug(`moved to ${patient.addressLine}`); // expect: fail
    this.log.warn({ dateOfBirth: patient.dateOfBirth }); // expect: fail
  }
}
