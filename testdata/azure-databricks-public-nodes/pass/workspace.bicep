resource lake 'Microsoft.Databricks/workspaces@2024-05-01' = {
  name: 'dbw-clinic'
  location: 'westeurope'
  properties: {
    managedResourceGroupId: subscriptionResourceId('Microsoft.Resources/resourceGroups', 'rg-dbw')
    parameters: {
      enableNoPublicIp: { value: true }
    }
  }
}
