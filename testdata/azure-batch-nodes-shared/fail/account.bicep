resource batch 'Microsoft.Batch/batchAccounts@2024-02-01' = {
  name: 'batchclinic'
  location: 'westeurope'
  properties: {
    poolAllocationMode: 'BatchService' // expect: fail
  }
}
