resource data 'Microsoft.Compute/disks@2023-10-02' = {
  name: 'disk-clinic'
  location: 'westeurope'
  properties: {
    creationData: { createOption: 'Empty' }
    encryption: { diskEncryptionSetId: resourceId('Microsoft.Compute/diskEncryptionSets', 'des-clinic'), type: 'EncryptionAtRestWithCustomerKey' }
  }
}
