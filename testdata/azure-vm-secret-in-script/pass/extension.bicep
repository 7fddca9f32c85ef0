resource setup 'Microsoft.Compute/virtualMachines/extensions@2024-07-01' = {
  name: 'vm-clinic/setup'
  location: 'westeurope'
  properties: {
    publisher: 'Microsoft.Azure.Extensions'
    type: 'CustomScript'
    settings: {
      commandToExecute: './setup.sh --db clinic'
    }
  }
}
