import * as cdk from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';

export class Records extends cdk.Stack {
  constructor(scope: cdk.App, id: string) {
    super(scope, id);
    new s3.Bucket(this, 'Absent', { encryption: s3.BucketEncryption.KMS_MANAGED }); // expect: fail
    new s3.Bucket(this, 'Off', { // expect: fail
      versioned: false,
    });
    new s3.CfnBucket(this, 'Plain', {
      versioningConfiguration: { status: 'Suspended' }, // expect: fail
    });
  }
}
