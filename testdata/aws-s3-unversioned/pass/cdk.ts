import * as cdk from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';

export class Records extends cdk.Stack {
  constructor(scope: cdk.App, id: string) {
    super(scope, id);
    new s3.Bucket(this, 'Records', { versioned: true });
    new s3.CfnBucket(this, 'Plain', { versioningConfiguration: { status: 'Enabled' } });
  }
}
