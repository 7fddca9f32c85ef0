resource nic 'Microsoft.Network/networkInterfaces@2023-11-01' = {
  name: 'nic-clinic'
  location: 'westeurope'
  properties: {
    ipConfigurations: [
      {
        name: 'main'
        properties: {
          subnet: { id: resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'app') }
        }
      }
    ]
  }
}
