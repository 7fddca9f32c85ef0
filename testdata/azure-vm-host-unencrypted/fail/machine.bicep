resource it 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'vm-clinic'
  location: 'westeurope'
  properties: {
    securityProfile: { encryptionAtHost: false } // expect: fail
  }
}
