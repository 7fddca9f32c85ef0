resource it 'Microsoft.Compute/disks@2023-10-02' = {
  name: 'disk-clinic'
  location: 'westeurope'
  properties: {
    creationData: { createOption: 'Empty' }
    networkAccessPolicy: 'DenyAll'
  }
}
