param access string

resource scans 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  name: 'stclinicrecords/default/scans'
  properties: {
    publicAccess: access // expect: open
  }
}
