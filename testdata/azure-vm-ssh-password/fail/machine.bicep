resource machine 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'vm-clinic'
  location: 'westeurope'
  properties: {
    osProfile: {
      computerName: 'clinic'
      linuxConfiguration: { disablePasswordAuthentication: false } // expect: fail
    }
  }
}
