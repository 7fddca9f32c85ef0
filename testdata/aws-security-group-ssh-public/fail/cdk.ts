import * as ec2 from 'aws-cdk-lib/aws-ec2';

export function group(scope: Construct, vpc: ec2.Vpc) {
  const group = new ec2.SecurityGroup(scope, 'Servers', { vpc });
  group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22), 'administration'); // expect: fail
  return group;
}
