resource data 'Microsoft.Compute/disks@2023-10-02' = {
  name: 'disk-clinic'
  location: 'westeurope'
  properties: { // expect: fail
    creationData: { createOption: 'Empty' }
  }
}
