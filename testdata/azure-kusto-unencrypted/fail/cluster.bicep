resource cluster 'Microsoft.Kusto/clusters@2023-08-15' = {
  name: 'adxclinic'
  location: 'westeurope'
  properties: {
    enableDiskEncryption: false // expect: fail
  }
}
