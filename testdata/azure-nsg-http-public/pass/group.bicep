resource it 'Microsoft.Network/networkSecurityGroups@2023-11-01' = {
  name: 'nsg-clinic'
  location: 'westeurope'
  properties: {
    securityRules: [
      {
        name: 'entry'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '443'
        }
      }
    ]
  }
}
