import { credentials } from '@grpc/grpc-js';
new Lab('lab:50051', credentials.createSsl());
