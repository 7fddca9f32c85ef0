resource nic 'Microsoft.Network/networkInterfaces@2023-11-01' = {
  name: 'nic-clinic'
  location: 'westeurope'
  properties: {
    ipConfigurations: [
      {
        name: 'main'
        properties: {
          publicIPAddress: { id: resourceId('Microsoft.Network/publicIPAddresses', 'pip') } // expect: fail
          subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'app') }
        }
      }
    ]
  }
}
