import * as s3 from 'aws-cdk-lib/aws-s3';

export function bucket(scope: Construct, props: Props) {
  return new s3.Bucket(scope, 'Records', {
    versioned: props.versioned, // expect: open
  });
}
