resource fax 'Microsoft.Automation/automationAccounts/variables@2023-11-01' = {
  name: 'aa-clinic/fax-password'
  properties: {
    value: '"x"'
    isEncrypted: false // expect: fail
  }
}
