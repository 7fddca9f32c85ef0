resource it 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: 'vnet-clinic'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      { name: 'app', properties: { addressPrefix: '10.20.1.0/24', networkSecurityGroup: { id: resourceId('Microsoft.Network/networkSecurityGroups', 'nsg-clinic') } } }
    ]
  }
}
