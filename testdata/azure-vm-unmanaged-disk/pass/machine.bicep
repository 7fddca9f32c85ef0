resource machine 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: 'vm-clinic'
  location: 'westeurope'
  properties: {
    storageProfile: {
      osDisk: { createOption: 'FromImage', managedDisk: { storageAccountType: 'Premium_LRS' } }
    }
  }
}
