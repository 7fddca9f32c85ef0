resource edge 'Microsoft.Network/networkSecurityGroups@2023-11-01' = {
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
          sourceAddressPrefix: '10.20.0.0/16'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource extra 'Microsoft.Network/networkSecurityGroups/securityRules@2023-11-01' = {
  parent: edge
  name: 'extra'
  properties: {
    priority: 110
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'VirtualNetwork'
    sourcePortRange: '*'
    destinationAddressPrefix: '*'
    destinationPortRanges: ['443', '0-65535']
  }
}
