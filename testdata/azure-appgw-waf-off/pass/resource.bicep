resource it 'Microsoft.Network/applicationGateways@2023-11-01' = {
  name: 'agw-clinic'
  location: 'westeurope'
  properties: {
    enableHttp2: true
    webApplicationFirewallConfiguration: { enabled: true, firewallMode: 'Prevention', ruleSetType: 'OWASP', ruleSetVersion: '3.2' }
  }
}
