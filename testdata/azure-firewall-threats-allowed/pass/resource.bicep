resource it 'Microsoft.Network/firewallPolicies@2023-11-01' = {
  name: 'afwp-clinic'
  location: 'westeurope'
  properties: {
    threatIntelMode: 'Deny'
  }
}
