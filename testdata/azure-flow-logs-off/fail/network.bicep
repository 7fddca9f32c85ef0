resource net 'Microsoft.Network/virtualNetworks@2023-11-01' = { // expect: fail
  name: 'vnet-clinic'
  location: 'westeurope'
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
  }
}
