import * as ec2 from 'aws-cdk-lib/aws-ec2';

export function group(scope: Construct, vpc: ec2.Vpc) {
  const group = new ec2.SecurityGroup(scope, 'Servers', { vpc });
  group.addIngressRule(ec2.Peer.ipv4('10.0.0.0/8'), ec2.Port.tcp(22), 'administration');
  return group;
}
