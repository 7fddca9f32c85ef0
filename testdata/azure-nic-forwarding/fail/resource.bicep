resource it 'Microsoft.Network/networkInterfaces@2023-11-01' = {
  name: 'nic-clinic'
  location: 'westeurope'
  properties: {
    enableIPForwarding: true // expect: fail
  }
}
